import { usePlexica } from "@plexica/plugin-api";
import { Dialog, Loading, SkeletonText } from "@plexica/ui";
import { useEffect, useState } from "react";
import type { ReactNode } from "react";

/**
 * What is edited, read anew first so that a change made meanwhile is seen; and what stands in its place until it is there.
 *
 * @param id which one; without it nothing is read, for something new is entered
 */
export function useEdited<T>(
  id: string | undefined,
  title: string,
  read: (id: string) => Promise<T>,
  onClose: () => void,
): { read?: T; waiting?: ReactNode } {
  const { notify } = usePlexica();
  const [found, setFound] = useState<T>();
  useEffect(() => {
    if (!id) return;
    let wanted = true;
    read(id).then(
      (one) => wanted && setFound(one),
      (error: Error) => {
        if (!wanted) return;
        notify({ text: error.message, tone: "bad" });
        onClose();
      },
    );
    return () => {
      wanted = false;
    };
    // Once for each: what has been typed is not read over.
  }, [id]);
  if (found) return { read: found };
  if (!id) return {};
  return {
    waiting: (
      <Dialog title={title} onClose={onClose}>
        <Loading>
          <SkeletonText lines={6} />
        </Loading>
      </Dialog>
    ),
  };
}
