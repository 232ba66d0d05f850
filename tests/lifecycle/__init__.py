"""Every resource type and data source of the catalogue lives its whole life: core's model, the provider, the emulator."""
