package dev.holdfast.probes.csp.match;

/** One way in which content that an attacker wrote into a page takes effect. */
public enum Sink {
    /** An inline script element. */
    INLINE("inline"),
    /** An inline script element with a nonce that the attacker chose. */
    WRONG_NONCE("wrongnonce"),
    /** An event-handler attribute. */
    ATTR("attr"),
    /** A link with a javascript: URL that is followed. */
    JSURL("jsurl"),
    /** A script element with a URL of the page's own origin. */
    SELF("self"),
    /** A script element with a URL of a foreign host. */
    EVIL("evil"),
    /** A script element with a data: URL. */
    DATA("data"),
    /** eval of a string. */
    EVAL("eval"),
    /** A style element. */
    STYLE("style"),
    /** A style attribute. */
    STYLE_ATTR("styleattr"),
    /** An image of a foreign host. */
    IMG("img"),
    /** A fetch from a foreign host. */
    CONNECT("connect"),
    /** A frame of a foreign host. */
    FRAME("frame"),
    /** An object of type text/html of a foreign host. */
    OBJECT("object"),
    /** A base element with a foreign host. */
    BASE("base");

    private final String word;

    Sink(String word) {
        this.word = word;
    }

    /** The word used in reports. */
    public String word() {
        return word;
    }
}
