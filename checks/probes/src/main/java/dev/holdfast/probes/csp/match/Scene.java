package dev.holdfast.probes.csp.match;

/**
 * The page and the addresses of the sinks.
 *
 * @param wrongNonce a nonce that an attacker chose
 */
public record Scene(
        Address page,
        Address ownScript,
        Address foreignScript,
        Address dataScript,
        Address foreignImage,
        Address foreignFetch,
        Address foreignFrame,
        Address foreignObject,
        Address foreignBase,
        String wrongNonce) {
    private static final String FOREIGN = "https://evil.test";

    /** The scene of a page with that URL. */
    public static Scene of(String page) {
        Address address = Address.of(page);
        return new Scene(
                address,
                new Address(address.scheme(), address.host(), address.port(), "/self.js"),
                Address.of(FOREIGN + "/evil.js"),
                new Address("data", "", -1, "text/javascript,0"),
                Address.of(FOREIGN + "/img.png"),
                Address.of(FOREIGN + "/connect"),
                Address.of(FOREIGN + "/frame"),
                Address.of(FOREIGN + "/object"),
                Address.of(FOREIGN + "/"),
                "attackers-choice");
    }
}
