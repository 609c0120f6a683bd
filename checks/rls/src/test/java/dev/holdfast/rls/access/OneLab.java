package dev.holdfast.rls.access;

import dev.holdfast.rls.server.Servers;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one laboratory on the machine's server for the whole run. */
public final class OneLab implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Lab.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OneLab.class))
                .computeIfAbsent(Lab.class, _ -> new Lab(Servers.MACHINE), Lab.class);
    }
}
