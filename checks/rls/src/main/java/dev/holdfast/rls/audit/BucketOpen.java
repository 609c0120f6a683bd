package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pitfall 38: a policy of storage.objects that looks at the bucket only. */
final class BucketOpen implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "bucket-open",
                    "A policy opens all files of a bucket",
                    Severity.MEDIUM,
                    "A permissive policy of storage.objects that counts for an exposed role"
                            + " looks at the bucket and at nothing else. High when it is for writing.",
                    "Everybody with the role lists all files of the bucket, or overwrites "
                            + "and deletes the files of others.",
                    "Compare the owner or the folder, too: (storage.foldername(name))[1] = "
                            + "(select auth.uid())::text. A public bucket needs no SELECT policy to "
                            + "be read.",
                    Explained.cwe(732),
                    Explained.asvs("8.2.2"),
                    new dev.holdfast.core.check.Reference(
                            "Supabase: Storage access control",
                            "https://supabase.com/docs/guides/storage/security/access-control"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        Optional<Relation> objects = scene.catalog().relation("storage", "objects");
        if (objects.isEmpty() || !objects.orElseThrow().rowSecurity()) {
            return List.of();
        }
        Relation table = objects.orElseThrow();
        List<Found> found = new ArrayList<>();
        for (Policy policy : scene.access().policiesOf(table)) {
            Set<Long> roles = new LinkedHashSet<>();
            boolean writes = false;
            for (Privilege each : Privilege.values()) {
                if (each.command().filter(policy.command()::concerns).isPresent()) {
                    for (long role : scene.bound(table, each)) {
                        if (scene.access().speaksOf(policy, role)) {
                            roles.add(role);
                            writes |= each != Privilege.SELECT;
                        }
                    }
                }
            }
            if (policy.permissive()
                    && !roles.isEmpty()
                    && looksAtBucketOnly(scene, table, policy)) {
                Found one =
                        Found.of(
                                        scene.subject(policy),
                                        table.fullName(),
                                        "the policy "
                                                + policy.name()
                                                + " of storage.objects opens all files of a bucket to "
                                                + String.join(
                                                        ", ", scene.names(List.copyOf(roles))))
                                .with("roles", scene.names(List.copyOf(roles)))
                                .with("policies", List.of(policy.name()));
                found.add(writes ? one.as(Severity.HIGH) : one);
            }
        }
        return found;
    }

    private static boolean looksAtBucketOnly(Scene scene, Relation table, Policy policy) {
        Set<Integer> bucket =
                table.column("bucket_id").map(each -> Set.of(each.number())).orElse(Set.of());
        return !scene.expressions().of(policy).isEmpty()
                && scene.guards().relations(policy).isEmpty()
                && scene.expressions().of(policy).stream()
                        .allMatch(each -> scene.guards().columns(each).equals(bucket))
                && scene.guards().functions(policy).stream()
                        .map(each -> scene.catalog().functions().get(each))
                        .allMatch(each -> each != null && each.schema().equals("auth"));
    }
}
