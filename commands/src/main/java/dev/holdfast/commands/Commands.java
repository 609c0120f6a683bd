package dev.holdfast.commands;

import dev.holdfast.commands.baseline.BaselineCreate;
import dev.holdfast.commands.baseline.BaselinePrune;
import dev.holdfast.commands.baseline.BaselineShow;
import dev.holdfast.commands.check.CheckCommand;
import dev.holdfast.commands.demo.DemoCommand;
import dev.holdfast.commands.explain.ExplainCommand;
import dev.holdfast.commands.leaf.CommandEntry;
import dev.holdfast.commands.policy.PolicyExplain;
import dev.holdfast.commands.policy.PolicySchema;
import dev.holdfast.commands.policy.PolicyValidate;
import dev.holdfast.commands.probe.CspCollect;
import dev.holdfast.commands.probe.ProbeCsp;
import dev.holdfast.commands.probe.ProbeDiff;
import dev.holdfast.commands.probe.ProbeHeaders;
import dev.holdfast.commands.probe.ProbeRun;
import dev.holdfast.commands.rls.RlsAudit;
import dev.holdfast.commands.rls.RlsDiff;
import dev.holdfast.commands.rls.RlsGenerate;
import dev.holdfast.commands.rls.RlsMatrix;
import dev.holdfast.commands.rls.RlsProve;
import dev.holdfast.commands.rls.RlsTenancyPropose;
import dev.holdfast.commands.rls.RlsTest;
import dev.holdfast.commands.schema.ReportSchema;
import dev.holdfast.commands.secrets.SecretsBaseline;
import dev.holdfast.commands.secrets.SecretsBundle;
import dev.holdfast.commands.secrets.SecretsExplain;
import dev.holdfast.commands.secrets.SecretsHistory;
import dev.holdfast.commands.secrets.SecretsRules;
import dev.holdfast.commands.secrets.SecretsScan;
import dev.holdfast.commands.secrets.SecretsStaged;
import dev.holdfast.commands.secrets.SecretsStdin;
import dev.holdfast.commands.start.InitCommand;
import java.util.List;
import java.util.Map;

/** The command tree as data, in the order of the help page. */
public final class Commands {

    /** What the words before the last one group. */
    public static final Map<String, String> GROUPS =
            Map.of(
                    "secrets", "find leaked secrets",
                    "rls", "prove what row level security lets through",
                    "probe", "ask a running service",
                    "policy", "look at the policy file",
                    "baseline", "keep the findings that were there before",
                    "report", "describe the reports");

    private static final List<CommandEntry> ENTRIES =
            List.of(
                    new CommandEntry(
                            List.of("init"),
                            "write a policy, a CI workflow and a pre-commit hook",
                            InitCommand::new),
                    new CommandEntry(
                            List.of("check"),
                            "look at a project as its policy says",
                            CheckCommand::new),
                    new CommandEntry(
                            List.of("secrets", "scan"),
                            "find tokens in the files of a project",
                            SecretsScan::new),
                    new CommandEntry(
                            List.of("secrets", "bundle"),
                            "find secrets in built output",
                            SecretsBundle::new),
                    new CommandEntry(
                            List.of("secrets", "history"),
                            "find tokens in the git history",
                            SecretsHistory::new),
                    new CommandEntry(
                            List.of("secrets", "staged"),
                            "find tokens in what the next commit would hold",
                            SecretsStaged::new),
                    new CommandEntry(
                            List.of("secrets", "stdin"),
                            "find tokens in the standard input",
                            SecretsStdin::new),
                    new CommandEntry(
                            List.of("secrets", "rules"),
                            "list the kinds of tokens",
                            SecretsRules::new),
                    new CommandEntry(
                            List.of("secrets", "explain"),
                            "say what a rule finds",
                            SecretsExplain::new),
                    new CommandEntry(
                            List.of("secrets", "baseline"),
                            "accept today's tokens",
                            SecretsBaseline::new),
                    new CommandEntry(
                            List.of("rls", "audit"),
                            "look for holes in row level security",
                            RlsAudit::new),
                    new CommandEntry(
                            List.of("rls", "matrix"),
                            "show who reaches which rows",
                            RlsMatrix::new),
                    new CommandEntry(
                            List.of("rls", "prove"),
                            "prove that tenants are kept apart",
                            RlsProve::new),
                    new CommandEntry(
                            List.of("rls", "test"),
                            "have two tenants try everything",
                            RlsTest::new),
                    new CommandEntry(
                            List.of("rls", "generate"),
                            "write a migration that denies by default",
                            RlsGenerate::new),
                    new CommandEntry(
                            List.of("rls", "diff"),
                            "say what a change opens and closes",
                            RlsDiff::new),
                    new CommandEntry(
                            List.of("rls", "tenancy", "propose"),
                            "propose what a tenant is",
                            RlsTenancyPropose::new),
                    new CommandEntry(
                            List.of("probe", "headers"),
                            "look at the header fields of every route",
                            ProbeHeaders::new),
                    new CommandEntry(
                            List.of("probe", "csp"),
                            "say what policies let an attacker run",
                            ProbeCsp::new),
                    probe(
                            "cookies",
                            "look at the cookies that routes set",
                            "Looks at flags, prefixes and lives of cookies."),
                    probe(
                            "cors",
                            "ask who may read answers from elsewhere",
                            "Asks every route who may read its answers from another origin."),
                    probe(
                            "tls",
                            "look at certificate, protocols and suites",
                            "Looks at certificate, protocols, suites and the way from http to https."),
                    probe(
                            "jwt",
                            "send forged and twisted tokens",
                            "Sends forged, expired and twisted tokens where good ones are taken."),
                    probe(
                            "access",
                            "ask for administration without the right",
                            "Asks for administration as those who may not, in many spellings."),
                    probe(
                            "isolation",
                            "ask for one user's objects as another",
                            "Asks for one user's objects as another user and as nobody."),
                    probe(
                            "webhook",
                            "send webhooks with wrong signatures",
                            "Sends webhooks with wrong, old and repeated signatures."),
                    probe(
                            "tokens",
                            "refresh, reuse and end a session",
                            "Refreshes a session, uses a token again, and ends the session."),
                    probe(
                            "ratelimit",
                            "ask more often than the limit allows",
                            "Asks more often than the limit allows and reads what is said of it."),
                    probe(
                            "honeypot",
                            "touch what nobody needs",
                            "Touches what nobody needs and looks for the effect."),
                    probe(
                            "maintenance",
                            "look at a service that is switched off",
                            "Looks whether the maintenance switch is on for what it must be."),
                    probe(
                            "all",
                            "run all probes against one service",
                            "Runs all probes against one service, what only looks first."),
                    new CommandEntry(
                            List.of("probe", "diff"),
                            "say what got worse between two runs",
                            ProbeDiff::new),
                    new CommandEntry(
                            List.of("probe", "csp-collect"),
                            "take violation reports of browsers",
                            CspCollect::new),
                    new CommandEntry(
                            List.of("policy", "validate"),
                            "say whether the policy file is valid",
                            PolicyValidate::new),
                    new CommandEntry(
                            List.of("policy", "explain"),
                            "say what is in force and who set it",
                            PolicyExplain::new),
                    new CommandEntry(
                            List.of("policy", "schema"),
                            "print the JSON Schema of the policy file",
                            PolicySchema::new),
                    new CommandEntry(
                            List.of("baseline", "create"),
                            "accept today's findings, except critical ones",
                            BaselineCreate::new),
                    new CommandEntry(
                            List.of("baseline", "show"),
                            "list what is accepted",
                            BaselineShow::new),
                    new CommandEntry(
                            List.of("baseline", "prune"),
                            "drop what is no longer found",
                            BaselinePrune::new),
                    new CommandEntry(
                            List.of("report", "schema"),
                            "print the JSON Schema of the JSON report",
                            ReportSchema::new),
                    new CommandEntry(
                            List.of("explain"), "say what a check id means", ExplainCommand::new),
                    new CommandEntry(
                            List.of("demo"), "try it all on a small web shop", DemoCommand::new));

    private Commands() {}

    private static CommandEntry probe(String word, String summary, String line) {
        return new CommandEntry(List.of("probe", word), summary, () -> new ProbeRun(word, line));
    }

    /** Every command. */
    public static List<CommandEntry> all() {
        return ENTRIES;
    }
}
