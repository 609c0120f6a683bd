package dev.holdfast.core.policy;

import dev.holdfast.core.check.Catalogue;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.CheckId;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The checks of this build, asked for only when a policy names one. */
final class KnownChecks {
    private final Supplier<Catalogue> catalogue;

    KnownChecks(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    Set<String> ids() {
        return catalogue.get().ids().stream().map(CheckId::value).collect(Collectors.toSet());
    }

    /** The word of a check's own severity, or null when there is no such check. */
    @Nullable String severity(String id) {
        return CheckId.isValid(id)
                ? catalogue
                        .get()
                        .find(new CheckId(id))
                        .map(CheckInfo::severity)
                        .map(severity -> severity.word())
                        .orElse(null)
                : null;
    }
}
