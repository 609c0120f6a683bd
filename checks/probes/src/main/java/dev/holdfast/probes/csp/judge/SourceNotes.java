package dev.holdfast.probes.csp.judge;

import dev.holdfast.core.problem.OneLine;
import dev.holdfast.probes.csp.policy.Directive;
import dev.holdfast.probes.csp.policy.KnownDirectives;
import dev.holdfast.probes.csp.policy.Policy;
import dev.holdfast.probes.csp.policy.Source;
import dev.holdfast.probes.csp.policy.SourceList;
import java.util.Locale;

/** What is to be said of the sources of a policy. */
final class SourceNotes {
    private static final int LONGEST = 60;

    /** 128 bits in base64, padding aside. */
    private static final int NONCE_LETTERS = 22;

    private final Notes notes;

    private SourceNotes(Notes notes) {
        this.notes = notes;
    }

    static void look(Policy policy, Notes notes) {
        SourceNotes look = new SourceNotes(notes);
        for (Directive directive : policy.directives().values()) {
            if (KnownDirectives.OF_SOURCES.contains(directive.name())) {
                look.at(SourceList.of(directive));
            }
        }
    }

    private void at(SourceList list) {
        boolean several = list.sources().size() > 1;
        for (int i = 0; i < list.sources().size(); i++) {
            String text = list.text(i);
            switch (list.sources().get(i)) {
                case Source.Keyword keyword -> keyword(list, keyword.word(), several);
                case Source.Nonce nonce -> nonce(list, nonce);
                case Source.Hash hash -> hash(list, hash, text);
                case Source.Host host -> host(list, host, text);
                case Source.Scheme scheme -> scheme(list, scheme);
                case Source.Invalid _ -> invalid(list, text);
                case Source.Star _ -> {}
            }
        }
    }

    private void keyword(SourceList list, Source.Word word, boolean several) {
        if (word == Source.Word.NONE && several) {
            notes.say(
                    NoteRules.IGNORED_SOURCE,
                    () -> list.directive() + ": 'none' beside other sources is ignored");
        } else if (word == Source.Word.STRICT_DYNAMIC
                && list.strictDynamic()
                && !list.hasNonceOrHash()) {
            notes.say(
                    NoteRules.IGNORED_SOURCE,
                    () ->
                            list.directive()
                                    + ": 'strict-dynamic' without a nonce or hash lets no script"
                                    + " run");
        } else if (word == Source.Word.STRICT_DYNAMIC && !list.strictDynamic()) {
            notes.say(
                    NoteRules.IGNORED_SOURCE,
                    () -> list.directive() + ": 'strict-dynamic' speaks only for scripts");
        }
    }

    private void nonce(SourceList list, Source.Nonce nonce) {
        int letters = nonce.value().replace("=", "").length();
        if (letters < NONCE_LETTERS) {
            notes.say(
                    NoteRules.NONCE,
                    () ->
                            "the nonce of "
                                    + list.directive()
                                    + " has "
                                    + letters
                                    + " letters; 128 bits take 22");
        }
    }

    private void hash(SourceList list, Source.Hash hash, String text) {
        int letters = hash.digest().replace("=", "").length();
        int expected = (hash.bits() + 5) / 6;
        if (letters != expected) {
            notes.say(
                    NoteRules.HASH,
                    () ->
                            list.directive()
                                    + ": "
                                    + OneLine.of(text, LONGEST)
                                    + " has "
                                    + letters
                                    + " letters where SHA-"
                                    + hash.bits()
                                    + " has "
                                    + expected
                                    + "; it matches nothing");
        }
    }

    private void host(SourceList list, Source.Host host, String text) {
        if (host.scheme().filter("http"::equals).isPresent()) {
            notes.say(NoteRules.PLAIN, () -> where(list, text));
        }
        if (isAddress(host.host())) {
            notes.say(NoteRules.ADDRESS, () -> where(list, text));
        }
        if (KnownDirectives.has(host.host()) && host.path().isEmpty()) {
            notes.say(
                    NoteRules.SEMICOLON,
                    () ->
                            "a semicolon is missing before "
                                    + host.host()
                                    + ": it is now a source of "
                                    + list.directive());
        }
    }

    private static boolean isAddress(String host) {
        return !host.isEmpty()
                && host.indexOf('.') > 0
                && host.chars()
                        .allMatch(letter -> letter == '.' || (letter >= '0' && letter <= '9'));
    }

    private void scheme(SourceList list, Source.Scheme scheme) {
        if (scheme.name().equals("http")) {
            notes.say(NoteRules.PLAIN, () -> list.directive() + ": http:");
        }
    }

    private void invalid(SourceList list, String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (word.startsWith("'nonce-")) {
            notes.say(NoteRules.NONCE, () -> where(list, text) + " is malformed and ignored");
        } else if (word.startsWith("'sha")
                || word.startsWith("'url-")
                || word.startsWith("'eval-")) {
            notes.say(NoteRules.HASH, () -> where(list, text) + " is malformed and ignored");
        } else if (word.contains("[")) {
            notes.say(
                    NoteRules.ADDRESS,
                    () -> where(list, text) + ": a browser matches no IPv6 address");
        } else {
            notes.say(
                    NoteRules.IGNORED_SOURCE,
                    () -> where(list, text) + " is no source and ignored");
        }
    }

    private static String where(SourceList list, String text) {
        return list.directive() + ": " + OneLine.of(text, LONGEST);
    }
}
