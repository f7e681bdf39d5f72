import { SelectField } from '../components/fields/select-field.tsx';

interface PlaceFieldProps<Place extends string> {
  readonly label: string;
  readonly places: readonly (readonly [Place, string])[];
  readonly value: Place | 'practice';
  /** Where the sign-in before was; the practice company is offered to who came from there only. */
  readonly first: Place | 'practice';
  readonly onChange: (place: Place | 'practice') => void;
}

/** Asks to which of a service's places one signs in. */
export function PlaceField<Place extends string>(props: PlaceFieldProps<Place>) {
  const { label, places, value, first, onChange } = props;
  const practice = ['practice', 'The practice company'] as const;
  return (
    <SelectField
      label={label}
      value={value}
      options={first === 'practice' ? [...places, practice] : places}
      onChange={onChange}
    />
  );
}
