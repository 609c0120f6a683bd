package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.catalog.Bucket;
import java.util.ArrayList;
import java.util.List;

/** Pitfall 38: files of a public bucket are read without any policy. */
final class PublicBucket implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "public-bucket",
                    "A storage bucket is public",
                    Severity.LOW,
                    "A bucket of Supabase's storage is public: whoever knows a file's name "
                            + "reads it, without signing in and without a policy.",
                    "Names get known, or can be guessed: what users upload there is "
                            + "published.",
                    "UPDATE storage.buckets SET public = false, and serve files by signed "
                            + "URLs. Keep public what is meant for everybody.",
                    Explained.cwe(552),
                    Explained.asvs("8.2.2"),
                    new dev.holdfast.core.check.Reference(
                            "Supabase: Storage buckets",
                            "https://supabase.com/docs/guides/storage/buckets/fundamentals"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Bucket bucket : scene.catalog().buckets()) {
            if (bucket.open()) {
                found.add(
                        Found.of(
                                "bucket:" + bucket.id(),
                                "everybody reads files of the bucket "
                                        + bucket.id()
                                        + " by their names"));
            }
        }
        return found;
    }
}
