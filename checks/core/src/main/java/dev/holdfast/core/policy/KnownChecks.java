package dev.holdfast.core.policy;

import dev.holdfast.core.check.Catalogue;
import dev.holdfast.core.check.CheckInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The checks of this build, asked for only when a policy names one, and those that policies bring.
 */
final class KnownChecks {
    private final Supplier<Catalogue> catalogue;
    private @Nullable Map<String, String> severities;

    KnownChecks(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    /** The same, apart from what is added later. */
    KnownChecks copy() {
        return new KnownChecks(catalogue);
    }

    /** Adds checks that a policy describes itself. */
    void add(List<CheckInfo> brought) {
        brought.forEach(info -> severities().put(info.id().value(), severityWord(info)));
    }

    /** Every id. */
    Set<String> ids() {
        return severities().keySet();
    }

    /** The word of a check's own severity, or null when there is no such check. */
    @Nullable String severity(String id) {
        return severities().get(id);
    }

    private Map<String, String> severities() {
        Map<String, String> known = severities;
        if (known == null) {
            Map<String, String> fresh = new LinkedHashMap<>();
            catalogue.get().all().forEach((id, info) -> fresh.put(id.value(), severityWord(info)));
            known = fresh;
            severities = known;
        }
        return known;
    }

    private static String severityWord(CheckInfo info) {
        return info.severity().word();
    }

    /** What is in force for every check of which no layer says anything. */
    List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        severities()
                .forEach((id, severity) -> {
                    settings.add(
                            new Setting(List.of("checks", id, "severity"), severity, "the check"));
                    settings.add(
                            new Setting(List.of("checks", id, "enabled"), true, Settings.DEFAULT));
                });
        return settings;
    }
}
