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
    private static final Address SCRIPT = Address.of(FOREIGN + "/evil.js");
    private static final Address DATA = new Address("data", "", -1, "text/javascript,0");
    private static final Address IMAGE = Address.of(FOREIGN + "/img.png");
    private static final Address FETCH = Address.of(FOREIGN + "/connect");
    private static final Address FRAME = Address.of(FOREIGN + "/frame");
    private static final Address OBJECT = Address.of(FOREIGN + "/object");
    private static final Address BASE = Address.of(FOREIGN + "/");

    /** The scene of a page with that URL. */
    public static Scene of(String page) {
        Address address = Address.of(page);
        return new Scene(
                address,
                new Address(address.scheme(), address.host(), address.port(), "/self.js"),
                SCRIPT,
                DATA,
                IMAGE,
                FETCH,
                FRAME,
                OBJECT,
                BASE,
                "attackers-choice");
    }
}
