"""HTTP/2 as a server: frames, header compression, streams, flow control. Knows nothing of gRPC."""
