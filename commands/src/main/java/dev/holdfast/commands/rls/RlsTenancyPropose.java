package dev.holdfast.commands.rls;

import dev.holdfast.commands.leaf.ExitCode;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.Answer;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.rls.Rls;
import dev.holdfast.rls.propose.Proposal;
import dev.holdfast.rls.propose.ProposalMap;
import dev.holdfast.rls.propose.ProposalText;
import java.io.IOException;
import java.util.List;

/** {@code holdfast rls tenancy propose}. */
public final class RlsTenancyPropose implements Leaf {

    private final DatabaseOptions database = new DatabaseOptions();

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Proposes a tenancy spec from what the schema says, for you to confirm.")
                .footer(
                        """
                        Example:
                          holdfast rls tenancy propose --migrations supabase/migrations > tenancy.yaml

                        Exit codes: 0 proposed, 2 usage or policy invalid, 3 something that a proof
                        needs was not found, and is named.
                        """)
                .with(database)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        Answer.check(options);
        Workspace workspace = Workspace.open(List.of(), options, surroundings);
        Proposal proposal =
                Rls.proposal(database.source(workspace, surroundings), database.schemas(workspace));
        Answer.print(ProposalText.of(proposal), ProposalMap.of(proposal), options, surroundings);
        return proposal.isComplete() ? ExitCode.CLEAR : ExitCode.UNDECIDED;
    }
}
