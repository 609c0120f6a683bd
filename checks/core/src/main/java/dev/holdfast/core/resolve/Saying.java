package dev.holdfast.core.resolve;

import dev.holdfast.core.baseline.BaselineEntry;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.core.result.Spot;
import dev.holdfast.core.waiver.Waiver;
import dev.holdfast.core.waiver.WaiverProblem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the results that speak of waivers and of the baseline. */
final class Saying {

    private Saying() {}

    static Result invalid(WaiverProblem problem) {
        return fail(
                ResolverChecks.INVALID,
                problem.location(),
                problem.id() + " " + problem.message(),
                (problem.id().equals("the file") ? "the waiver file" : "waiver " + problem.id())
                        + ": "
                        + problem.message()
                        + "; it silences nothing",
                Map.of("id", problem.id()));
    }

    static Result invalid(Waiver waiver, String why) {
        return fail(
                ResolverChecks.INVALID,
                waiver.location(),
                waiver.id(),
                "waiver " + waiver.id() + " " + why + "; it silences nothing",
                facts(waiver));
    }

    static Result tooLong(Waiver waiver, Severity severity, int most) {
        if (most == 0) {
            return invalid(
                    waiver,
                    "is for a " + severity.word() + " finding, which the policy lets nobody waive");
        }
        return invalid(
                waiver,
                "is made for "
                        + waiver.days()
                        + " days; a "
                        + severity.word()
                        + " finding may be waived for "
                        + most);
    }

    static Result expired(Waiver waiver) {
        return fail(
                ResolverChecks.EXPIRED,
                waiver.location(),
                waiver.id(),
                "waiver "
                        + waiver.id()
                        + " of "
                        + waiver.owner()
                        + " ended on "
                        + waiver.expires()
                        + "; it silences nothing",
                facts(waiver));
    }

    static Result unused(Waiver waiver, String but) {
        return fail(
                ResolverChecks.UNUSED,
                waiver.location(),
                waiver.id(),
                "waiver "
                        + waiver.id()
                        + " is not needed: nothing of what it means was found"
                        + but
                        + (waiver.scope().fingerprints().isEmpty()
                                ? ""
                                : "; its fingerprints were made with a fingerprint key, and with"
                                        + " another one nothing has them"),
                facts(waiver));
    }

    static Result moved(Waiver waiver, String print, Spot now) {
        Map<String, Object> facts = new TreeMap<>(facts(waiver));
        facts.put("named", print);
        facts.put("now", now.fingerprint());
        facts.put("place", now.location().path());
        return fail(
                ResolverChecks.UNUSED,
                waiver.location(),
                waiver.id() + " " + print,
                "waiver "
                        + waiver.id()
                        + " names the fingerprint "
                        + print
                        + " of a file that was renamed; the same value is at "
                        + now.location().path()
                        + " now, and its fingerprint there is "
                        + now.fingerprint(),
                "If the value is to be waived there, too, add the new fingerprint to the waiver,"
                        + " and keep the old one for the history, which has the file under its"
                        + " old name; else delete the waiver.",
                facts);
    }

    static Result comment(String name, Spot spot, String message) {
        return fail(ResolverChecks.INVALID, spot.location(), name, message, Map.of("id", name));
    }

    static Result stale(BaselineEntry entry, String baseline) {
        Identity identity = entry.identity();
        return fail(
                ResolverChecks.STALE,
                Location.ofFile(baseline),
                identity.fingerprint(),
                "the entry for "
                        + identity.check()
                        + " at "
                        + identity.place()
                        + " is not needed: nothing of it was found",
                Map.of(
                        "check", identity.check().value(),
                        "place", identity.place(),
                        "entry", identity.fingerprint()));
    }

    static Result ratchet(int stale, String baseline) {
        return fail(
                ResolverChecks.RATCHET,
                Location.ofFile(baseline),
                "",
                stale
                        + (stale == 1
                                ? " entry of the baseline is"
                                : " entries of the baseline are")
                        + " no longer needed, and the policy has baseline.ratchet: true",
                Map.of("stale", stale));
    }

    static Result broken(String baseline, String why) {
        return fail(
                ResolverChecks.BROKEN,
                Location.ofFile(baseline),
                "",
                "the baseline is not followed: " + why,
                Map.of());
    }

    private static Map<String, Object> facts(Waiver waiver) {
        return Map.of(
                "id", waiver.id(),
                "check", waiver.check().value(),
                "owner", waiver.owner(),
                "expires", waiver.expires().toString());
    }

    private static Result fail(
            CheckInfo info,
            Location location,
            String what,
            String message,
            Map<String, Object> facts) {
        return fail(info, location, what, message, info.fix(), facts);
    }

    private static Result fail(
            CheckInfo info,
            Location location,
            String what,
            String message,
            String fix,
            Map<String, Object> facts) {
        Identity identity = new Identity(info.id(), location.path(), what, 1);
        return new Result(
                info.id(),
                Outcome.FAIL,
                info.severity(),
                Evidence.MEASURED,
                List.of(new Spot(location, identity)),
                null,
                message,
                fix,
                identity,
                null,
                facts);
    }
}
