// The provider hashicorp/null, served by the last library of Terraform that its release in the Go proxy compiles with:
// from 0.12 on that speaks the protocol of today's Terraform.
package main

import (
	"github.com/hashicorp/terraform/plugin"
	"github.com/terraform-providers/terraform-provider-null/null"
)

func main() { plugin.Serve(&plugin.ServeOpts{ProviderFunc: null.Provider}) }
