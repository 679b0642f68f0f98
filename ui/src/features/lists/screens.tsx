import { KINDS } from "./kinds";
import { RecordScreen } from "./RecordScreen";

export const AccountsScreen = () => <RecordScreen kind={KINDS.accounts} />;
export const HouseholdsScreen = () => <RecordScreen kind={KINDS.households} />;
export const OpportunitiesScreen = () => <RecordScreen kind={KINDS.opportunities} />;
export const TasksScreen = () => <RecordScreen kind={KINDS.tasks} />;
export const ActivityScreen = () => <RecordScreen kind={KINDS.activity} />;
export const PropertiesScreen = () => <RecordScreen kind={KINDS.properties} />;
