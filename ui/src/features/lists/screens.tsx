import { CreatingScreen } from "./CreatingScreen";
import { KINDS } from "./kinds";
import { RecordScreen } from "./RecordScreen";

export const AccountsScreen = () => <CreatingScreen kind={KINDS.accounts} />;
export const HouseholdsScreen = () => <RecordScreen kind={KINDS.households} />;
export const OpportunitiesScreen = () => <CreatingScreen kind={KINDS.opportunities} />;
export const TasksScreen = () => <CreatingScreen kind={KINDS.tasks} />;
export const ActivityScreen = () => <RecordScreen kind={KINDS.activity} />;
export const PropertiesScreen = () => <RecordScreen kind={KINDS.properties} />;
