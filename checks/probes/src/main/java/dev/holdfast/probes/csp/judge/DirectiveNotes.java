package dev.holdfast.probes.csp.judge;

import dev.holdfast.core.problem.Nearest;
import dev.holdfast.core.problem.OneLine;
import dev.holdfast.probes.csp.policy.Directive;
import dev.holdfast.probes.csp.policy.Dropped;
import dev.holdfast.probes.csp.policy.KnownDirectives;
import dev.holdfast.probes.csp.policy.Policy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is to be said of the directives of a policy as such. */
final class DirectiveNotes {
    private static final String OWN_NAME = "content-security-policy";
    private static final int LONGEST = 60;

    private DirectiveNotes() {}

    static void look(Policy policy, Notes notes) {
        policy.dropped().forEach(dropped -> dropped(dropped, notes));
        for (Directive directive : policy.directives().values()) {
            name(directive, notes);
        }
    }

    private static void dropped(Dropped dropped, Notes notes) {
        switch (dropped.cause()) {
            case DUPLICATE ->
                    notes.say(
                            NoteRules.DUPLICATE,
                            () -> shown(dropped) + " stands again; only the first one counts");
            case UNREADABLE ->
                    notes.say(
                            NoteRules.DROPPED,
                            () ->
                                    shown(dropped)
                                            + " has a letter beyond ASCII or a control character,"
                                            + " so a browser drops it");
            case NOT_IN_META ->
                    notes.say(
                            NoteRules.META,
                            () -> shown(dropped) + " does nothing in a meta element");
        }
    }

    private static String shown(Dropped dropped) {
        return OneLine.of(dropped.name(), LONGEST);
    }

    private static void name(Directive directive, Notes notes) {
        String name = directive.name();
        String instead = KnownDirectives.DROPPED.get(name);
        if (instead != null) {
            notes.say(
                    NoteRules.DEPRECATED,
                    () -> name + " does nothing in browsers of today; instead: " + instead);
        } else if (name.startsWith(OWN_NAME)) {
            notes.say(
                    NoteRules.HEADER_NAME,
                    "the value begins with the header's own name, so the directive behind it is"
                            + " lost");
        } else if (!KnownDirectives.isCurrent(name)) {
            notes.say(NoteRules.UNKNOWN_DIRECTIVE, () -> unknown(name));
        } else if (name.equals("report-uri") && directive.tokens().isEmpty()) {
            notes.say(NoteRules.REPORTING, "report-uri names no address");
        }
    }

    private static String unknown(String name) {
        String shown = OneLine.of(name, LONGEST);
        Optional<String> meant = meant(name);
        return meant.map(word -> shown + " is no directive; " + word + " was meant?")
                .orElse(shown + " is no directive");
    }

    private static Optional<String> meant(String name) {
        List<String> all = KnownDirectives.OF_SOURCES.stream().sorted().toList();
        int end = 0;
        while (end < name.length()
                && (name.charAt(end) == '-' || Character.isLetter(name.charAt(end)))) {
            end++;
        }
        String word = name.substring(0, end).toLowerCase(Locale.ROOT);
        return all.contains(word) ? Optional.of(word) : Nearest.of(word, all);
    }
}
