import { ContactPage } from "./contacts/ContactPage";
import { ContactsPage } from "./contacts/ContactsPage";
import { useAddress } from "./common/useAddress";

/** `/contacts` and `/contacts/<id>`. */
export default function Contacts() {
  const [id] = useAddress("/contacts").segments;
  return id ? <ContactPage key={id} id={id} /> : <ContactsPage />;
}
