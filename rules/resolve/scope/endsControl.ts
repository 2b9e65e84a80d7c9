import { type Node, SyntaxKind } from '../../syntax';

/** Whether control never goes past a statement. */
export function endsControl(statement: Node | undefined): boolean {
  if (statement === undefined) return false;
  switch (statement.kind) {
    case SyntaxKind.ReturnStatement:
    case SyntaxKind.ThrowStatement:
      return true;
    case SyntaxKind.Block:
      return endsControl(lastOf((statement as Node & { statements: readonly Node[] }).statements));
    case SyntaxKind.IfStatement: {
      const { thenStatement, elseStatement } = statement as Node & { thenStatement: Node; elseStatement?: Node };
      return endsControl(thenStatement) && endsControl(elseStatement);
    }
    case SyntaxKind.TryStatement: {
      const { tryBlock, catchClause } = statement as Node & { tryBlock: Node; catchClause?: { block: Node } };
      return endsControl(tryBlock) && (catchClause === undefined || endsControl(catchClause.block));
    }
    case SyntaxKind.SwitchStatement: {
      const { caseBlock } = statement as Node & { caseBlock: { clauses: readonly Clause[] } };
      const { clauses } = caseBlock;
      const hasDefault = clauses.some(({ kind }) => kind === SyntaxKind.DefaultClause);
      const last = lastOf(clauses);
      return (
        hasDefault &&
        clauses.every(
          (clause) => (clause !== last && clause.statements.length === 0) || endsControl(lastOf(clause.statements)),
        )
      );
    }
    default:
      return false;
  }
}

type Clause = Node & { readonly statements: readonly Node[] };

function lastOf<T>(list: readonly T[]): T | undefined {
  return list[list.length - 1];
}
