package dev.holdfast.rls.source;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.server.migration.StatementProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a catalogue does not show: statements that were not applied, and what was not read. */
public final class Doubts {

    private Doubts() {}

    /** Each as an unknown result of a check. */
    public static List<Result> of(Opened opened, CheckInfo info) {
        List<Result> doubts = new ArrayList<>();
        opened.applied()
                .ifPresent(applied -> {
                    for (StatementProblem each : applied.problems()) {
                        if (each.bearsOnAccess()) {
                            String place = each.file() + ":" + each.line();
                            doubts.add(
                                    unknown(
                                            info,
                                            place,
                                            place
                                                    + ": was not applied, so what it changes is not known: "
                                                    + each.message()
                                                    + (each.next().isEmpty()
                                                            ? ""
                                                            : "; " + each.next())));
                        }
                    }
                });
        opened.catalog().gaps().forEach(each -> doubts.add(unknown(info, "", each)));
        return doubts;
    }

    /** Something that is not known. */
    public static Result unknown(CheckInfo info, String subject, String message) {
        String about = subject.isEmpty() ? "the database" : subject;
        return new Result(
                info.id(),
                Outcome.UNKNOWN,
                Severity.MEDIUM,
                Evidence.MEASURED,
                List.of(),
                about,
                message,
                info.fix(),
                Identity.ofPlace(info.id(), about),
                null,
                Map.of());
    }
}
