import { useState } from 'react';
import { choiceWords } from '#shared/account-choice.ts';
import type { DatasetInfo } from '#shared/datasets.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialogs/dialog.tsx';
import card from '../sources/source-card.module.css';
import { ChoiceForm } from './choice-form.tsx';
import styles from './choosing.module.css';
import { chooseNext, lastChoice, useNextChoice } from './next-choice.ts';

interface ChoiceFactProps {
  readonly dataset: DatasetInfo | null;
  /** While there is no connection, or something else is under way, nothing is chosen. */
  readonly disabled: boolean;
}

/** Which accounts the next export takes, and the way to choose others. */
export function ChoiceFact({ dataset, disabled }: ChoiceFactProps) {
  const [choosing, setChoosing] = useState(false);
  const choice = useNextChoice(dataset);
  const words = choiceWords(choice);
  const isSame = choice.kind !== 'all' && dataset !== null && choice === lastChoice(dataset);
  return (
    <div className={card.fact}>
      <dt>Next export</dt>
      <dd className={styles.fact}>
        <span className={card.choice} title={words}>
          {isSame ? 'The same accounts' : words}
        </span>
        <Button disabled={disabled} onClick={() => setChoosing(true)}>
          Choose accounts
        </Button>
        <Dialog
          title="Which accounts"
          description="Accounts that carry a customer’s id are always exported too, so that no customer is linked twice."
          wide
          open={choosing}
          onOpenChange={setChoosing}
        >
          <ChoiceForm
            choice={choice}
            onClose={() => setChoosing(false)}
            onChoose={(chosen) => {
              chooseNext(chosen);
              setChoosing(false);
            }}
          />
        </Dialog>
      </dd>
    </div>
  );
}
