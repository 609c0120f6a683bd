package dev.holdfast.core.policy;

import dev.holdfast.core.result.Severity;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of what every policy may say, whatever the capabilities bring. */
final class CoreShapes {
    static final String API_VERSION = "holdfast/v1";

    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::word).toList();
    private static final Shape.Form CHECK_ID =
            new Shape.Form(
                    "^[a-z][a-z0-9]*(-[a-z0-9]+)*\\.[a-z0-9]+(-[a-z0-9]+)*$", "a check id", 200);
    private static final Shape.Form NAME =
            new Shape.Form(
                    "^[a-z][a-z0-9-]{0,62}$", "a name of lower-case letters, digits and '-'", 63);
    private static final Shape.Form SHA256 =
            new Shape.Form("^[0-9a-f]{64}$", "a SHA-256 of 64 lower-case hexadecimal digits", 64);

    // The same as PathGlob takes.
    private static final Shape.Form GLOB =
            new Shape.Form(
                    "^(?!/)(?!([^\\\\]*/)?\\.\\.(?![^/]))[^\\\\\\u0000-\\u001f]+$",
                    "a glob of paths below the project, with '/'");

    private static final Shape.Form FILE =
            new Shape.Form(
                    "^(?!/)[^\\\\\\u0000-\\u001f]+$",
                    "a file of the project, relative to the policy's folder, with '/'");

    private CoreShapes() {}

    /** The whole file, with the capabilities' sections behind the core's own keys. */
    static Shape.Keys file(List<PolicySection> sections) {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put("apiVersion", word("the version of this format", List.of(API_VERSION), null));
        keys.put("extends", extending());
        keys.put("lock", locks());
        keys.put("paths", paths());
        keys.put("checks", checks());
        keys.put("waivers", waivers());
        keys.put("baseline", baseline());
        keys.put("gate", gate("which results block", true));
        keys.put("environments", environments());
        for (PolicySection section : sections) {
            keys.put(section.key(), section.shape());
        }
        return new Shape.Keys("a Holdfast policy", keys, List.of("apiVersion"));
    }

    private static Shape extending() {
        Map<String, Shape> builtin = new LinkedHashMap<>();
        builtin.put("builtin", word("a built-in profile", Profiles.names(), null));
        builtin.put("lock", locks());
        Map<String, Shape> file = new LinkedHashMap<>();
        file.put("file", text("a policy file, relative to this one", null));
        file.put("sha256", formed("the SHA-256 of that file, which pins it", SHA256));
        file.put("lock", locks());
        Map<String, Shape.Keys> either = new LinkedHashMap<>();
        either.put("builtin", new Shape.Keys("a built-in profile", builtin, List.of("builtin")));
        either.put("file", new Shape.Keys("a file", file, List.of("file", "sha256")));
        return new Shape.ListOf(
                "policies that this one starts from, the later stronger",
                new Shape.Either("one policy to start from", either),
                List.of(),
                Tightening.SAME);
    }

    private static Shape.ListOf locks() {
        return new Shape.ListOf(
                "keys that may be tightened from here on and never loosened",
                text("a key", null),
                List.of(),
                Tightening.SAME);
    }

    private static Shape paths() {
        Shape exclude =
                new Shape.ListOf(
                        "globs of paths that no check looks at",
                        formed("a glob", GLOB),
                        List.of(),
                        Tightening.FEWER_MEMBERS);
        return new Shape.Keys("which paths are looked at", Map.of("exclude", exclude), List.of());
    }

    private static Shape checks() {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put(
                "severity",
                new Shape.Text(
                        "how bad a failing result is",
                        SEVERITIES,
                        null,
                        null,
                        Tightening.EARLIER_CHOICE));
        keys.put("enabled", new Shape.Flag("whether the check counts", true, Tightening.TRUE));
        return new Shape.Names(
                "what is different for single checks",
                CHECK_ID,
                new Shape.Keys("one check", keys, List.of()));
    }

    private static Shape waivers() {
        Map<String, Shape> days = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            days.put(
                    severity.word(),
                    new Shape.WholeNumber(
                            "the longest life, in days, of a waiver of severity "
                                    + severity.word()
                                    + "; 0 allows none",
                            0,
                            3650,
                            days(severity),
                            Tightening.LOWER));
        }
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put("file", file("the waiver file", ".holdfast/waivers.yaml"));
        keys.put("maxDays", new Shape.Keys("days by severity", days, List.of()));
        return new Shape.Keys("how findings are accepted one by one", keys, List.of());
    }

    private static int days(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 14;
            case HIGH -> 30;
            case MEDIUM -> 90;
            case LOW -> 180;
            case INFO -> 365;
        };
    }

    private static Shape baseline() {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put("file", file("the baseline file", ".holdfast/baseline.json"));
        keys.put(
                "ratchet",
                new Shape.Flag(
                        "whether an entry that is no longer needed fails", false, Tightening.TRUE));
        keys.put(
                "neverFor", severities("severities that are never baselined", List.of("critical")));
        return new Shape.Keys("how old findings are accepted together", keys, List.of());
    }

    /** A gate; that of an environment has no defaults, since it inherits. */
    private static Shape.Keys gate(String description, boolean top) {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put(
                "block",
                severities(
                        "severities of failing results that block",
                        top ? List.of("critical", "high") : null));
        keys.put(
                "unknown",
                word(
                        "what an unknown result does",
                        List.of("block", "warn"),
                        top ? "block" : null));
        keys.put(
                "requireChecks",
                new Shape.ListOf(
                        "checks that must have been looked at",
                        formed("a check id", CHECK_ID),
                        top ? List.of() : null,
                        Tightening.MORE_MEMBERS));
        return new Shape.Keys(description, keys, List.of());
    }

    private static Shape environments() {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put("inherits", formed("the environment that this one starts from", NAME));
        keys.put("gate", gate("what is different at this environment's gate", false));
        return new Shape.Names(
                "environments and their gates",
                NAME,
                new Shape.Keys("one environment", keys, List.of()));
    }

    private static Shape.ListOf severities(String description, @Nullable List<String> standard) {
        return new Shape.ListOf(
                description,
                word("a severity", SEVERITIES, null),
                standard,
                Tightening.MORE_MEMBERS);
    }

    private static Shape.Text word(
            String description, List<String> choices, @Nullable String standard) {
        return new Shape.Text(description, choices, null, standard, Tightening.EARLIER_CHOICE);
    }

    private static Shape.Text text(String description, @Nullable String standard) {
        return new Shape.Text(description, List.of(), null, standard, Tightening.SAME);
    }

    private static Shape.Text file(String description, String standard) {
        return new Shape.Text(description, List.of(), FILE, standard, Tightening.SAME);
    }

    private static Shape.Text formed(String description, Shape.Form form) {
        return new Shape.Text(description, List.of(), form, null, Tightening.SAME);
    }
}
