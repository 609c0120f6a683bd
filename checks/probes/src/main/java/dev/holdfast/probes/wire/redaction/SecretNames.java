package dev.holdfast.probes.wire.redaction;

import dev.holdfast.probes.exchange.Field;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names that the policy gives to secrets: members of JSON and pairs of a form that no other word
 * tells from what may be shown, and header fields. What stands there is taken out, though nobody
 * has seen it before.
 */
final class SecretNames {
    /** Matches nothing. */
    private static final Pattern NONE = Pattern.compile("(?!)");

    private final Set<String> members = new TreeSet<>();
    private volatile Pattern member = NONE;
    private volatile Pattern pair = NONE;
    private volatile Set<String> fields = Set.of();

    synchronized void member(String name) {
        members.add(name);
        String names = members.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        member = Pattern.compile("\"(?:" + names + ")\"\\s{0,8}:\\s{0,8}\"");
        pair = Pattern.compile("((?:^|[?&\\s;])(?:" + names + ")=)([^&\\s;\"'<>]{4,})");
    }

    synchronized void field(String name) {
        Set<String> more = new TreeSet<>(fields);
        more.add(name.toLowerCase(Locale.ROOT));
        fields = Set.copyOf(more);
    }

    String redact(String text) {
        String clean = SecretPatterns.members(text, member);
        return pair.matcher(clean)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                found.group(1) + SecretPatterns.masked(found.group(2))));
    }

    Field redact(Field field) {
        return fields.contains(field.name().toLowerCase(Locale.ROOT))
                ? new Field(field.name(), SecretFields.credentials(field.value()))
                : field;
    }
}
