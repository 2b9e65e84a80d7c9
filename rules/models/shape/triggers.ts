import type { Condition, TextCondition } from './conditions';
import type { Where } from './places';

export type Trigger =
  /** A call; `<Component {...props} />` and `{ provide: Token, … }` are calls with one object. */
  | {
      readonly call: string;
      readonly in?: string;
      /** How many arguments the call has, both ends included. */
      readonly arguments?: readonly [number, number];
      readonly when?: Condition;
      /** Not where an argument is, or may be, one of these texts. */
      readonly unless?: TextCondition;
      /** The first argument is the part of a token that holds its claims. */
      readonly opens?: 'token';
      /** A list stands here: there is a fact for each of its elements, which the slots name as the first argument. */
      readonly listed?: Where & { readonly from: 'argument' };
      /**
       * An object literal that answers a request is as good as a call: its cookies stand in a header, or in a list, or it is
       * one of those of a list that stands in the answer.
       */
      readonly answers?: 'header' | 'list' | 'element';
    }
  /**
   * A method of that name on anything, or on what a method called `of` gives or a member called so holds: only for calls
   * that this, `when`, or the Set-Cookie text makes unmistakable.
   */
  | {
      readonly method: string;
      readonly of?: string;
      /** It is called on what a call of `of` gives, in the same expression. */
      readonly isChained?: true;
      readonly arguments?: readonly [number, number];
      readonly when?: Condition;
    }
  /**
   * Part of the library is handed, as first argument or as property `under` of it, to a method of that name: plugins are
   * registered so.
   */
  | {
      readonly handed: string;
      readonly to: string;
      readonly under?: string;
      readonly arguments?: readonly [number, number];
    }
  /**
   * An assignment to a member; `*` stands for any key, `*.` for whatever the member is of, `**` for any path, after a type or
   * a call.
   */
  /** As above; `this.*` is a member of what a method of an object is called on. */
  | { readonly assign: string; readonly in?: string; readonly when?: Condition };
