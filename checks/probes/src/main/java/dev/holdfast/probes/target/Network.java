package dev.holdfast.probes.target;

/** Where a target's address must lie: in exactly that range. */
public enum Network {
    /** An address of the public internet. */
    PUBLIC,
    /** This machine. */
    LOOPBACK,
    /** An address of a private network (RFC 1918, RFC 4193, RFC 6598). */
    PRIVATE
}
