package dev.holdfast.probes.target;

/** Where to connect: a name or literal address, IPv6 without brackets, and a port. */
public record HostPort(String host, int port) {}
