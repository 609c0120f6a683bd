package dev.holdfast.commands.run;

import dev.holdfast.core.policy.Shape;
import dev.holdfast.core.policy.Tightening;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The small shapes of which the section of the probes is made. */
final class ProbeShapes {
    private static final Shape.Form VARIABLE =
            new Shape.Form("^[A-Za-z_][A-Za-z0-9_]*$", "the name of an environment variable", 200);
    private static final Shape.Form HEADER =
            new Shape.Form(
                    "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "the name of a header field (RFC 9110)", 100);

    /** What every request has already: a secret there would replace it, or change the request. */
    private static final List<String> TAKEN =
            List.of(
                    "host",
                    "user-agent",
                    "content-length",
                    "content-type",
                    "transfer-encoding",
                    "connection",
                    "expect",
                    "te",
                    "trailer",
                    "upgrade",
                    "accept-encoding",
                    "origin",
                    "x-probe-id");

    private static final Shape.Form SECRET_HEADER =
            new Shape.Form(
                    TAKEN.stream()
                            .map(ProbeShapes::inAnyCase)
                            .collect(
                                    Collectors.joining(
                                            "|", "^(?!(?:", ")$)[A-Za-z0-9!#$%&'*+.^_`|~-]+$")),
                    "the name of a header field that a probe does not set itself, such as"
                            + " Authorization or Cookie",
                    100);
    private static final Shape.Form PATH =
            new Shape.Form(
                    "^/[\\u0021-\\u007e]*$", "a path that starts with '/', without white space");
    // RFC 6454, section 6.2, and the two words that are none.
    private static final Shape.Form ORIGIN =
            new Shape.Form(
                    "^(\\*|https?://[^/\\s]+)$", "an origin such as https://app.example.com, or *");

    private ProbeShapes() {}

    static Shape.Text text(String description) {
        return new Shape.Text(description, List.of(), null, null, Tightening.SAME);
    }

    static Shape.Text word(String description, String... choices) {
        return new Shape.Text(description, List.of(choices), null, null, Tightening.SAME);
    }

    static Shape.Text formed(String description, Shape.Form form) {
        return new Shape.Text(description, List.of(), form, null, Tightening.SAME);
    }

    static Shape.Text path(String description) {
        return formed(description, PATH);
    }

    static Shape.Flag flag(String description) {
        return new Shape.Flag(description, false, Tightening.SAME);
    }

    static Shape.WholeNumber number(String description, int least, int most, int usual) {
        return new Shape.WholeNumber(description, least, most, usual, Tightening.SAME);
    }

    static Shape.ListOf texts(String description) {
        return list(description, text("a text"));
    }

    static Shape.ListOf list(String description, Shape item) {
        return new Shape.ListOf(description, item, null, Tightening.SAME);
    }

    /** What stands in the environment. */
    static Shape.Keys variable(String description) {
        return keys(description, Map.of("env", variableName()), "env");
    }

    static Shape.Text variableName() {
        return formed("the environment variable with it", VARIABLE);
    }

    static Shape.Text header(String description) {
        return formed(description, HEADER);
    }

    /** The name of a field that carries a secret. */
    static Shape.Text secretHeader(String description) {
        return formed(description, SECRET_HEADER);
    }

    private static String inAnyCase(String word) {
        return word.chars()
                .mapToObj(each ->
                        Character.isLetter(each)
                                ? "[" + (char) Character.toUpperCase(each) + (char) each + "]"
                                : String.valueOf((char) each))
                .collect(Collectors.joining());
    }

    static Shape.Keys keys(String description, Map<String, Shape> keys, String... required) {
        return new Shape.Keys(description, keys, List.of(required));
    }

    static Shape.Keys cors() {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put(
                "origins",
                list("origins that may read answers, or * alone", formed("one", ORIGIN)));
        keys.put("credentials", flag("whether they may with the user's credentials"));
        return keys("who may read answers from another origin", keys);
    }

    /** Expected header fields by name. */
    static Shape.Names headers(String description) {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put("absent", flag("whether there must be none"));
        keys.put("anyOf", texts("values of which it must be one"));
        keys.put("contains", texts("parts that its value must hold"));
        return new Shape.Names(description, HEADER, keys("what it must be", keys));
    }
}
