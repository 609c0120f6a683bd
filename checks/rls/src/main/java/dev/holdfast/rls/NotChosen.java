package dev.holdfast.rls;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.rls.proving.ProveChecks;
import dev.holdfast.rls.source.Doubts;
import java.util.List;

/** Says that a project has several folders of migrations, of which nobody chose one. */
final class NotChosen implements Check {
    private final List<String> folders;

    NotChosen(List<String> folders) {
        this.folders = List.copyOf(folders);
    }

    @Override
    public String name() {
        return "rls.project";
    }

    @Override
    public List<CheckInfo> explanations() {
        return Rls.explanations();
    }

    @Override
    public Findings run(Context context) {
        return new Findings(
                List.of(
                        Doubts.unknown(
                                ProveChecks.LOOKED,
                                String.join(", ", folders),
                                "there are migrations in %s, and none was looked at; name one as rls.migrations in the policy, and ask of the others with holdfast rls audit --migrations DIR"
                                        .formatted(String.join(", ", folders)))),
                Coverage.NOTHING);
    }
}
