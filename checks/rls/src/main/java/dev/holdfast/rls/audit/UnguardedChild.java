package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.WayAround;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Pitfall 18: a partition or child that is asked directly knows only its own policies. */
final class UnguardedChild implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "partition-unguarded",
                    "A partition or child table shows rows past the parent's policies",
                    Severity.HIGH,
                    "The parent has row security; an exposed role has a grant on a "
                            + "partition or child table that has none, or for which its policies do "
                            + "not count.",
                    "Asked directly, the child shows its rows without the parent's policies"
                            + " (measured).",
                    "REVOKE ALL on the child from exposed roles, or ENABLE ROW LEVEL "
                            + "SECURITY on it as well.",
                    Explained.access("ddl-inherit", "ddl-rowsecurity"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        Map<String, List<WayAround>> ways =
                scene.ways().stream()
                        .filter(each -> each.kind() == WayAround.Kind.CHILD)
                        .collect(
                                Collectors.groupingBy(
                                        WayAround::through, TreeMap::new, Collectors.toList()));
        List<Found> found = new ArrayList<>();
        ways.forEach((child, all) -> {
            WayAround first = all.getFirst();
            if (!scene.concerns(first.target())
                    && !scene.concerns(child.substring(0, child.indexOf('.')))) {
                return;
            }
            List<String> roles =
                    all.stream()
                            .map(each -> scene.catalog().roleName(each.role()))
                            .distinct()
                            .toList();
            List<String> parents =
                    all.stream().map(each -> each.target().fullName()).distinct().toList();
            found.add(
                    Found.of(
                                    child,
                                    child,
                                    child
                                            + " shows "
                                            + String.join(", ", roles)
                                            + " its rows without the policies of "
                                            + String.join(", ", parents))
                            .with("roles", roles)
                            .with("tables", parents)
                            .with(
                                    "privileges",
                                    all.stream()
                                            .flatMap(each -> each.privileges().stream())
                                            .toList()));
        });
        return found;
    }
}
