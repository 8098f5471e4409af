import { printDuration } from '../../../talk/text/duration.ts';
import { fail, type Failure } from '../refresh/failure.ts';

/** Reports a response whose form has changed. */
export function shapeFailure(
  host: string,
  what: string,
  advice = 'The source may have changed; compare it with the recipe.',
): Failure {
  return fail('shape', `The answer of ${host} is not as expected: ${what}.`, advice);
}

/** Reports a response with implausible values. */
export function plausibilityFailure(host: string, what: string, name: string): Failure {
  return fail(
    'sense',
    `The answer of ${host} does not make sense: ${what}.`,
    `Look at the source; if it is right, accept it once with "npx rostrum data refresh ${name} --accept ${name}".`,
  );
}

/** Reports that the clocks of the source and this machine differ, so rows would get a wrong date. */
export function clockFailure(host: string, apart: number): Failure {
  return fail(
    'clock',
    `The clock of ${host} and this machine's are ${printDuration(apart)} apart.`,
    'Set the clock of this machine; rows are dated by it.',
  );
}

/** Reports missing environment variables. */
export function needsFailure(names: readonly string[]): Failure {
  return fail(
    'needs',
    `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} not set.`,
    'Set what is missing in the environment of the command; the recipe says what it is.',
  );
}

/** Reports a failure of the local clone. */
export function cloneFailure(tree: string, why: string): Failure {
  return fail(
    'clone',
    `The git clone named by ${tree} did not answer: ${why}.`,
    `${tree} should hold the path of a clone that has the revisions; "git fetch" brings them.`,
  );
}

/** Reports that a file, a program or a database of this machine gave nothing. */
export function localFailure(what: string, why: string, advice: string): Failure {
  return fail('local', `${what} gave no rows: ${why}.`, advice);
}

/** Reports rows with the value of a secret, which would be published. */
export function leakFailure(host: string, name: string): Failure {
  return fail(
    'sense',
    `The rows of ${host} hold the value of ${name}, which is not published.`,
    'Leave that column out in the "parse" of the recipe, or in its query.',
  );
}

/** Reports an error in the recipe itself. */
export function recipeFailure(why: string): Failure {
  return fail(
    'recipe',
    `The recipe could not be followed: ${why}.`,
    'The recipe names an address to ask, and its "parse" makes rows of the answer.',
  );
}

/** Reports an error in the dataset's file, which is then not written. */
export function fileFailure(file: string): Failure {
  return fail(
    'file',
    `${file} has errors, so nothing is written to it.`,
    '"npx rostrum check" shows them.',
  );
}
