export { DealsPage as default } from "./deals/DealsPage";
