/**
 * The references of a repository: what they are called and which objects they name
 * (gitrepository-layout(5), git-update-ref(1)). Names of objects are in hexadecimal here.
 */
@NullMarked
package dev.holdfast.git.refs;

import org.jspecify.annotations.NullMarked;
