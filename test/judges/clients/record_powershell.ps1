# Runs a script of ours with the VPN cmdlets as functions that write down what they are given, and prints that as JSON.
param([string] $Script, [switch] $IsThere)
$calls = [System.Collections.Generic.List[object]]::new()
function Record([string] $Name, [object[]] $Values) {
    $given = [ordered]@{}
    $last = $null
    foreach ($each in $Values) {
        if ($each -is [string] -and $each -match '^-([A-Za-z]+):?$') {
            $last = $Matches[1]
            $given[$last] = $true
        }
        else {
            $given[$last] = if ($each -is [xml]) { $each.OuterXml } else { $each }
        }
    }
    $calls.Add([ordered]@{ name = $Name; given = $given })
}
function Get-VpnConnection { Record 'Get-VpnConnection' $args; if ($IsThere) { 'one' } }
function Remove-VpnConnection { Record 'Remove-VpnConnection' $args }
function Add-VpnConnection { Record 'Add-VpnConnection' $args }
function Set-VpnConnectionIPsecConfiguration { Record 'Set-VpnConnectionIPsecConfiguration' $args }
function Add-VpnConnectionRoute { Record 'Add-VpnConnectionRoute' $args }
. $Script
ConvertTo-Json -Depth 5 -Compress -InputObject $calls
