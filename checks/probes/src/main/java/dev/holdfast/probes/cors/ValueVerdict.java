package dev.holdfast.probes.cors;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.cors.RouteVerdict.Notes;
import dev.holdfast.probes.verdict.Finding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether what is sent as the allowed origin is one. */
final class ValueVerdict {
    private static final Pattern BETWEEN = Pattern.compile("[,\\s]");

    private ValueVerdict() {}

    static void judge(Trials trials, Notes notes) {
        several(trials, notes);
        invalid(trials, notes);
    }

    private static void several(Trials trials, Notes notes) {
        CheckInfo rule = CorsChecks.SEVERAL;
        List<Trial> plain =
                trials.all().stream()
                        .filter(trial -> trial.origin().kind() != Kind.SEVERAL)
                        .toList();
        Optional<Trial> list = plain.stream().filter(ValueVerdict::several).findFirst();
        if (list.isPresent()) {
            notes.add(
                    Finding.fail(rule, "no browser takes several values: " + list.get().words()),
                    list.get().at().method());
            return;
        }
        Optional<Trial> picked =
                trials.of(Kind.SEVERAL)
                        .filter(trial ->
                                Reading.NOBODY
                                        != trial.sharing()
                                                .map(sharing ->
                                                        sharing.reading(
                                                                TrialOrigin.FOREIGN.value()))
                                                .filter(reading -> reading != Reading.EVERYBODY)
                                                .orElse(Reading.NOBODY))
                        .findFirst();
        if (picked.isPresent()) {
            notes.add(Finding.fail(rule, picked.get().words()));
            return;
        }
        notes.add(OriginVerdict.finding(trials, rule));
    }

    private static void invalid(Trials trials, Notes notes) {
        CheckInfo rule = CorsChecks.INVALID;
        Optional<Trial> wrong = trials.all().stream().filter(ValueVerdict::invalid).findFirst();
        if (wrong.isPresent()) {
            notes.add(
                    Finding.fail(rule, "no browser takes it: " + wrong.get().words()),
                    wrong.get().at().method());
            return;
        }
        notes.add(
                RouteVerdict.blocked(rule, trials.strangers())
                        .findFirst()
                        .orElseGet(() ->
                                Finding.pass(
                                        rule, "no other value than *, null and whole origins")));
    }

    /** Whether the answer names more than one origin. */
    static boolean several(Trial trial) {
        return trial.sharing()
                .filter(sharing ->
                        sharing.allowed().size() > 1
                                || BETWEEN.matcher(sharing.value().orElse("")).find())
                .isPresent();
    }

    /** Whether the answer names what is no origin. */
    static boolean invalid(Trial trial) {
        return trial.sharing()
                .filter(sharing -> sharing.allowed().size() == 1)
                .flatMap(Sharing::value)
                .filter(value -> !value.equals(trial.origin().value()))
                .filter(value -> !value.equals("*") && !value.equals("null"))
                .filter(value -> !BETWEEN.matcher(value).find())
                .filter(value -> WebOrigin.of(value).isEmpty())
                .isPresent();
    }
}
