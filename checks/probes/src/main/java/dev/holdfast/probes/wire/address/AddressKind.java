package dev.holdfast.probes.wire.address;

/** What an address is good for. */
public enum AddressKind {
    /** Globally reachable. */
    PUBLIC,
    /** This machine: 127.0.0.0/8 and ::1. */
    LOOPBACK,
    /** A private network: RFC 1918, RFC 4193 and RFC 6598. */
    PRIVATE,
    /** Where clouds hand out credentials: no target, whatever a policy says. */
    METADATA,
    /** Everything else that is special: no target either. */
    SPECIAL
}
