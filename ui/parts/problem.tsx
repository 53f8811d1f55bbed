import { h, type JSX } from 'preact';
import type { Field, Problem } from '../flow';
import { WarningIcon } from './icons';

/** The id of the sentence that says what is wrong with a field. */
export const problemId = (field: Field): string => `${field}-problem`;

/** What went wrong, announced as soon as it is there. It takes the focus when no field does. */
export const ProblemText = ({ problem, field }: { problem: Problem | null; field?: Field }): JSX.Element | null =>
  problem && problem.field === field ? (
    <div class="problem" role="alert" id={field ? problemId(field) : 'problem'} tabIndex={-1}>
      <WarningIcon />
      <p>
        {problem.text} {problem.more && <b>{problem.more}</b>}
      </p>
    </div>
  ) : null;
