'use client';

import type { Response } from '@/schemas/item';
import type { Question } from '@/schemas/question';
import { MultipleChoiceInput, SingleChoiceInput } from './choice-input';
import { DefectInput } from './defect-input';
import type { ListingLine } from './listing-line';
import { MatchingInput } from './matching-input';
import { NumericInput } from './numeric-input';
import { OrderingInput } from './ordering-input';
import { ShortAnswerInput } from './short-answer-input';

interface QuestionControlsProps {
  readonly question: Question;
  readonly response: Response | null;
  readonly onChange: (response: Response | null) => void;
  readonly labelledBy: string;
  readonly listing: readonly ListingLine[] | undefined;
}

/** The way of answering that fits the question; a response of another type is treated as none. */
export function QuestionControls({ question, response, onChange, labelledBy, listing }: QuestionControlsProps) {
  const shared = { onChange, labelledBy };
  switch (question.type) {
    case 'single-choice':
      return (
        <SingleChoiceInput
          {...shared}
          question={question}
          response={response?.type === question.type ? response : null}
        />
      );
    case 'multiple-choice':
      return (
        <MultipleChoiceInput
          {...shared}
          question={question}
          response={response?.type === question.type ? response : null}
        />
      );
    case 'ordering':
      return (
        <OrderingInput {...shared} question={question} response={response?.type === question.type ? response : null} />
      );
    case 'matching':
      return (
        <MatchingInput {...shared} question={question} response={response?.type === question.type ? response : null} />
      );
    case 'numeric':
      return (
        <NumericInput {...shared} question={question} response={response?.type === question.type ? response : null} />
      );
    case 'short-answer':
      return (
        <ShortAnswerInput
          {...shared}
          question={question}
          response={response?.type === question.type ? response : null}
        />
      );
    case 'spot-the-defect':
      return (
        <DefectInput
          {...shared}
          question={question}
          response={response?.type === question.type ? response : null}
          {...(listing ? { listing } : {})}
        />
      );
    default:
      return question satisfies never;
  }
}
