package dev.holdfast.rls.generate;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Role;
import java.util.LinkedHashSet;
import java.util.Set;

/** What the functions that policies call need: they are run with the rights of whoever asks. */
final class Called {
    private final Catalog catalog;
    private final EffectiveAccess access;
    private final Audience audience;
    private final Asking asking;

    Called(Catalog catalog, EffectiveAccess access, Audience audience, Asking asking) {
        this.catalog = catalog;
        this.access = access;
        this.audience = audience;
        this.asking = asking;
    }

    void write(Script script) {
        audience.member().ifPresent(each -> write(script, each));
    }

    private void write(Script script, Role member) {
        String to = " TO " + Names.of(member.name());
        Set<String> grants = new LinkedHashSet<>();
        for (Function each : asking.functions()) {
            if (!each.schema().equals(Writer.SCHEMA)) {
                if (!access.mayUse(member.oid(), each.schema())
                        && catalog.schemas().containsKey(each.schema())) {
                    grants.add("GRANT USAGE ON SCHEMA " + Names.of(each.schema()) + to);
                }
                if (access.because(member.oid(), each.owner(), each.acl(), "EXECUTE").isEmpty()) {
                    grants.add("GRANT EXECUTE ON FUNCTION " + Names.of(each) + to);
                }
            }
        }
        if (!grants.isEmpty()) {
            script.title("What says who asks")
                    .comment("Policies call it with the rights of whoever asks.");
            grants.forEach(script::statement);
        }
    }
}
