package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.catalog.Extension;
import java.util.ArrayList;
import java.util.List;

/** What an extension brings is exposed with its schema. */
final class ExtensionExposed implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "extension-exposed",
                    "An extension stands in an exposed schema",
                    Severity.LOW,
                    "An extension is installed in an exposed schema, so that its functions,"
                            + " views and tables are part of the API.",
                    "An API calls what nobody meant to publish; names of the extension hide"
                            + " those of the application.",
                    "ALTER EXTENSION … SET SCHEMA extensions.",
                    Explained.cwe(668),
                    Explained.manual("sql-alterextension"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Extension each : scene.catalog().extensions()) {
            if (scene.concerns(each.schema())) {
                found.add(
                        Found.of(
                                "extension:" + each.name(),
                                "the extension "
                                        + each.name()
                                        + " stands in the exposed schema "
                                        + each.schema()));
            }
        }
        return found;
    }
}
