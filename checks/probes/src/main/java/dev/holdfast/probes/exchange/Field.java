package dev.holdfast.probes.exchange;

/**
 * One header field line (RFC 9110, section 5).
 *
 * @param name as it was sent; compared without regard to case
 * @param value without the white space around it
 */
public record Field(String name, String value) {
    /** Whether it is the field of that name. */
    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
