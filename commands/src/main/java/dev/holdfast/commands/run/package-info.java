/** From options to a finished report: project, policy, checks, waivers, verdict, outputs. */
@NullMarked
package dev.holdfast.commands.run;

import org.jspecify.annotations.NullMarked;
