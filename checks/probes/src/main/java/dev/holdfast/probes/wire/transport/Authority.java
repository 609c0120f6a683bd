package dev.holdfast.probes.wire.transport;

/**
 * Whom a request is for.
 *
 * @param secure whether over TLS
 * @param host a name or a literal address, IPv6 without brackets
 */
public record Authority(boolean secure, String host, int port) {
    /**
     * As the Host field has it (RFC 9110, section 7.2): without the port that goes without saying.
     */
    public String hostField() {
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return port == (secure ? 443 : 80) ? shown : shown + ":" + port;
    }

    /** The origin. */
    String origin() {
        return (secure ? "https://" : "http://") + hostField();
    }
}
