module example.com/null-provider

go 1.21

require (
	github.com/hashicorp/terraform v0.12.29
	github.com/terraform-providers/terraform-provider-null v1.0.0
)
