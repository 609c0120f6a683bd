package dev.holdfast.fuzz;

import dev.holdfast.core.ignore.IgnoreTarget;
import dev.holdfast.core.policy.PolicyTarget;
import dev.holdfast.git.folder.ConfigTarget;
import dev.holdfast.git.index.IndexTarget;
import dev.holdfast.git.pack.DeltaTarget;
import dev.holdfast.git.pack.PackIndexTarget;
import dev.holdfast.git.pack.PackTarget;
import dev.holdfast.git.refs.PackedReferencesTarget;
import dev.holdfast.probes.csp.PolicyListTarget;
import dev.holdfast.probes.ratelimit.LimitFieldsTarget;
import dev.holdfast.probes.recorded.RecordingTarget;
import dev.holdfast.probes.report.ReportsTarget;
import dev.holdfast.probes.tls.hello.ServerReplyTarget;
import dev.holdfast.probes.wire.transport.ResponseTarget;
import dev.holdfast.rls.server.sql.SqlScriptTarget;
import dev.holdfast.rls.tree.NodeTreeTarget;
import dev.holdfast.secrets.archive.ArchiveTarget;
import dev.holdfast.secrets.archive.ZstdTarget;
import dev.holdfast.secrets.decode.DecodersTarget;
import dev.holdfast.secrets.engine.EngineTarget;
import dev.holdfast.secrets.env.EnvTarget;
import dev.holdfast.secrets.rule.JwtTarget;
import dev.holdfast.secrets.rule.PrivateKeyTarget;
import dev.holdfast.secrets.rule.RulesTarget;
import dev.holdfast.secrets.rule.UrlTarget;
import dev.holdfast.secrets.scan.ContentTarget;
import dev.holdfast.secrets.sourcemap.SourceMapTarget;
import java.util.List;

/** Every target. */
final class Targets {

    private Targets() {}

    static List<Target> all() {
        return List.of(
                new EngineTarget(),
                new ContentTarget(),
                new DecodersTarget(),
                new UrlTarget(),
                new JwtTarget(),
                new PrivateKeyTarget(),
                new ArchiveTarget(),
                new ZstdTarget(),
                new SourceMapTarget(),
                new EnvTarget(),
                new RulesTarget(),
                new PolicyTarget(),
                new IgnoreTarget(),
                new IndexTarget(),
                new PackIndexTarget(),
                new PackTarget(),
                new DeltaTarget(),
                new ConfigTarget(),
                new PackedReferencesTarget(),
                new NodeTreeTarget(),
                new SqlScriptTarget(),
                new RecordingTarget(),
                new PolicyListTarget(),
                new ServerReplyTarget(),
                new ResponseTarget(),
                new ReportsTarget(),
                new LimitFieldsTarget());
    }

    static Target named(String name) {
        return all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no target " + name));
    }
}
