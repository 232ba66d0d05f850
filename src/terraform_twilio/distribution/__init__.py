"""What `install` puts where Terraform looks: the package's files, their hash, the mirror and its versions."""
