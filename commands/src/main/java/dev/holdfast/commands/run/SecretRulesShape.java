package dev.holdfast.commands.run;

import dev.holdfast.core.policy.Shape;
import dev.holdfast.core.policy.Tightening;
import dev.holdfast.core.result.Severity;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The form of {@code secrets.rules}: as an entry of the files of rules that are shipped, without
 * what needs code.
 */
final class SecretRulesShape {
    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::word).toList();
    private static final List<String> REQUIRED =
            List.of("id", "name", "severity", "examples", "counterExamples");
    private static final Shape.Form ID =
            new Shape.Form(
                    "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "an id of small letters, digits and '-'", 60);

    private SecretRulesShape() {}

    static Shape rules() {
        Map<String, Shape.Keys> either = new LinkedHashMap<>();
        either.put("forms", byForm());
        either.put("url", byUrl());
        either.put("context", byContext());
        return new Shape.ListOf(
                "kinds of secrets of your own (docs/secrets-user-rules.md)",
                new Shape.Either("one kind of secret", either),
                List.of(),
                Tightening.MORE_MEMBERS);
    }

    private static Map<String, Shape> common() {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put(
                "id",
                new Shape.Text(
                        "the check id behind 'secrets.'", List.of(), ID, null, Tightening.SAME));
        keys.put("name", text("what its users call it"));
        keys.put("provider", text("who issues it"));
        keys.put("severity", word("how bad it is when it leaks", SEVERITIES));
        keys.put("confidence", word("how sure a finding is", List.of("high", "medium", "low")));
        keys.put("power", text("what its holder can do, as the rest of a sentence after 'it'"));
        keys.put("rotation", text("where it is revoked and replaced"));
        keys.put("source", text("the page that tells the form"));
        return keys;
    }

    private static Shape.Keys closed(Map<String, Shape> keys, String kind, String description) {
        keys.put("examples", texts("texts in which it is found, with holes such as {form}"));
        keys.put("counterExamples", texts("texts in which it is not found"));
        return new Shape.Keys(
                description, keys, Stream.concat(REQUIRED.stream(), Stream.of(kind)).toList());
    }

    private static Shape.Keys byForm() {
        Map<String, Shape> keys = common();
        keys.put("forms", texts("its forms: literals and runs such as 'acme_[a-z0-9]{32}'"));
        keys.put("checksum", text("the check digits that it carries"));
        keys.put("word", new Shape.Flag("whether its literal is a word", false, Tightening.SAME));
        keys.put(
                "mixture",
                new Shape.WholeNumber(
                        "how many capitals, small letters and digits it has at least, of each",
                        0,
                        99,
                        0,
                        Tightening.SAME));
        Map<String, Shape> near = new LinkedHashMap<>();
        near.put("words", texts("words in small letters, one of which stands near"));
        near.put("otherwise", word("the severity without them", SEVERITIES));
        keys.put("near", new Shape.Keys("what stands near", near, List.of("words")));
        return closed(keys, "forms", "a kind that is known by its form");
    }

    private static Shape.Keys byUrl() {
        Map<String, Shape> url = new LinkedHashMap<>();
        url.put("hosts", texts("the hosts of the URL"));
        url.put("path", text("the form of its path, the last step secret"));
        Map<String, Shape> keys = common();
        keys.put("url", new Shape.Keys("a URL that is a password", url, List.of("hosts", "path")));
        return closed(keys, "url", "a URL that is a password");
    }

    private static Shape.Keys byContext() {
        Map<String, Shape> context = new LinkedHashMap<>();
        context.put("words", texts("words in small letters, one of which is in the name"));
        context.put("names", texts("further words, one of which is in the name too"));
        context.put("values", texts("the forms of the value"));
        Map<String, Shape> keys = common();
        keys.put(
                "context",
                new Shape.Keys("a value beside a name", context, List.of("words", "values")));
        return closed(keys, "context", "a value that is assigned to a name");
    }

    private static Shape texts(String description) {
        return new Shape.ListOf(description, text("a text"), null, Tightening.SAME);
    }

    private static Shape.Text text(String description) {
        return new Shape.Text(description, List.of(), null, null, Tightening.SAME);
    }

    private static Shape.Text word(String description, List<String> words) {
        return new Shape.Text(description, words, null, null, Tightening.SAME);
    }
}
