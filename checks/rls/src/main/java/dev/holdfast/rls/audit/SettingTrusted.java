package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import java.util.ArrayList;
import java.util.List;

/** Pitfall 27: any role that can send SQL can set a setting. */
final class SettingTrusted implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "setting-trusted",
                    "Policies rest on a setting of the session",
                    Severity.INFO,
                    "Policies read a setting of the session, which whoever can send SQL can"
                            + " set. They hold as long as only the server sets it: an API that sets "
                            + "it from a checked token, or an application that lets nobody inject "
                            + "SQL.",
                    "SQL injection, or a direct connection with the same role, takes any "
                            + "identity.",
                    "Let nobody connect with that role directly; use SET LOCAL in each "
                            + "transaction, so that a pooled connection does not keep it.",
                    Explained.cwe(807),
                    Explained.manual("sql-set"),
                    Explained.manual("config-setting"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        SettingsRead.of(scene)
                .forEach((name, policies) ->
                        found.add(
                                Found.of(
                                                "setting:" + name,
                                                policies.size()
                                                        + " policies trust the setting "
                                                        + name
                                                        + ", which a session can set itself")
                                        .with("policies", policies)));
        return found;
    }
}
