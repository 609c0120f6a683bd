package dev.holdfast.core.waiver;

import dev.holdfast.core.policy.Shape;
import dev.holdfast.core.policy.Tightening;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of the waiver file. */
final class WaiverShape {
    private static final Shape.Form ID =
            new Shape.Form(
                    "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$",
                    "an id of at most 64 letters, digits, '_', '.' and '-'");
    private static final Shape.Form CHECK =
            new Shape.Form("^[a-z][a-z0-9]*(-[a-z0-9]+)*\\.[a-z0-9]+(-[a-z0-9]+)*$", "a check id");
    private static final Shape.Form DATE =
            new Shape.Form("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a date such as 2026-11-30");
    private static final Shape.Form SAID =
            new Shape.Form("^[\\s\\S]*\\S[\\s\\S]*$", "said: it is empty");
    private static final Shape.Form FINGERPRINT =
            new Shape.Form("^[0-9a-f]{32}$", "a fingerprint of 32 lower-case hexadecimal digits");

    private WaiverShape() {}

    /** The whole file. */
    static Shape.Keys file() {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put(
                "apiVersion",
                new Shape.Text(
                        "the version of this format",
                        List.of("holdfast/v1"),
                        null,
                        null,
                        Tightening.SAME));
        keys.put("waivers", new Shape.ListOf("the waivers", waiver(), null, Tightening.SAME));
        return new Shape.Keys("a waiver file", keys, List.of("apiVersion", "waivers"));
    }

    private static Shape.Keys waiver() {
        Map<String, Shape> scope = new LinkedHashMap<>();
        scope.put("paths", list("globs of files", text("a glob", null)));
        scope.put("fingerprints", list("fingerprints of places", text("a print", FINGERPRINT)));
        scope.put("resource", text("the subject of a finding that concerns no file", SAID));
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put("id", text("what comments and reports call it", ID));
        keys.put("check", text("the check whose findings are accepted", CHECK));
        keys.put("scope", new Shape.Keys("which findings", scope, List.of()));
        keys.put(
                "kind",
                new Shape.Text(
                        "why they are accepted", WaiverKind.words(), null, null, Tightening.SAME));
        keys.put("reason", text("the reason, for whoever reads it next year", SAID));
        keys.put("owner", text("who answers for it", SAID));
        keys.put("created", text("the day on which it was made", DATE));
        keys.put("expires", text("its last day", DATE));
        keys.put("ticket", text("where the work on it is tracked", null));
        return new Shape.Keys(
                "a waiver",
                keys,
                List.of("id", "check", "scope", "kind", "reason", "owner", "created", "expires"));
    }

    private static Shape list(String description, Shape item) {
        return new Shape.ListOf(description, item, null, Tightening.SAME);
    }

    private static Shape text(String description, Shape.@Nullable Form form) {
        return new Shape.Text(description, List.of(), form, null, Tightening.SAME);
    }
}
