import { Delayed } from "@/components/states";

export function DossierSkeleton() {
  return (
    <Delayed>
      <div role="status" aria-label="Loading the dossier" data-testid="loading" className="flex flex-col">
        <div className="flex items-center gap-4 border-b border-line px-5 py-4">
          <span className="skeleton size-12 rounded-full" />
          <span className="flex flex-col gap-2">
            <span className="skeleton h-4 w-48" />
            <span className="skeleton h-3 w-72" />
          </span>
        </div>
        <div className="grid grid-cols-2 gap-4 p-5">
          {[140, 180, 120, 160].map((height) => (
            <span key={height} className="skeleton" style={{ height }} />
          ))}
        </div>
      </div>
    </Delayed>
  );
}
