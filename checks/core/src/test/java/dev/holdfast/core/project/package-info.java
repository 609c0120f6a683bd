/** Tests of projects and paths in them. */
@NullMarked
package dev.holdfast.core.project;

import org.jspecify.annotations.NullMarked;
