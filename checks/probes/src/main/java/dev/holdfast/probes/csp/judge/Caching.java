package dev.holdfast.probes.csp.judge;

import dev.holdfast.core.problem.OneLine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a Cache-Control says of shared caches (RFC 9111, section 5.2.2). */
record Caching(List<String> directives) {
    private static final int LONGEST = 80;

    static Caching of(String cacheControl) {
        return new Caching(
                Arrays.stream(cacheControl.split(",", -1))
                        .map(text -> text.strip().toLowerCase(Locale.ROOT))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    /** Whether it tells shared caches that they may keep it. */
    boolean shared() {
        return directives.stream().noneMatch(Caching::keepsOut)
                && directives.stream()
                        .anyMatch(each ->
                                each.equals("public")
                                        || lasts(each, "s-maxage=")
                                        || lasts(each, "max-age="));
    }

    private static boolean keepsOut(String directive) {
        return directive.equals("no-store")
                || directive.equals("no-cache")
                || directive.startsWith("private")
                || directive.equals("s-maxage=0");
    }

    private static boolean lasts(String directive, String name) {
        return directive.startsWith(name) && !directive.equals(name + "0");
    }

    String words() {
        return OneLine.of(String.join(", ", directives), LONGEST);
    }
}
