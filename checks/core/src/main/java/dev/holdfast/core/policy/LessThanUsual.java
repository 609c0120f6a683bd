package dev.holdfast.core.policy;

import dev.holdfast.core.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says where a policy makes checks count for less than they do of themselves. It may, and whoever
 * reads a report that is clear must see that it did.
 */
final class LessThanUsual {
    private static final int MOST = 10;

    private final List<String> lowered = new ArrayList<>();
    private final List<String> off = new ArrayList<>();

    private LessThanUsual() {}

    static List<String> notes(Settings settings, KnownChecks checks) {
        LessThanUsual less = new LessThanUsual();
        for (Setting setting : settings.all()) {
            if (setting.path().size() == 3 && setting.path().getFirst().equals("checks")) {
                less.look(setting, checks);
            }
        }
        List<String> notes = new ArrayList<>();
        note("the policy lowers the severity of ", less.lowered).ifPresent(notes::add);
        note("the policy switches off ", less.off).ifPresent(notes::add);
        return notes;
    }

    private void look(Setting setting, KnownChecks checks) {
        String id = setting.path().get(1);
        if (setting.value().equals(false)) {
            off.add(id + " (" + setting.layer() + ")");
        } else if (setting.path().getLast().equals("severity")) {
            String now = String.valueOf(setting.value());
            String own = String.valueOf(checks.severity(id));
            if (rank(now) > rank(own)) {
                lowered.add(id + " from " + own + " to " + now + " (" + setting.layer() + ")");
            }
        }
    }

    private static int rank(String word) {
        return Severity.ofWord(word).map(Severity::ordinal).orElse(-1);
    }

    private static Optional<String> note(String what, List<String> which) {
        if (which.isEmpty()) {
            return Optional.empty();
        }
        String some = String.join(", ", which.subList(0, Math.min(MOST, which.size())));
        int more = which.size() - MOST;
        return Optional.of(what + some + (more > 0 ? " and " + more + " more" : ""));
    }
}
