import type { TalkProject } from '../../talk/model/project.ts';

/** Passes a project on and writes down which of its files were asked for, found or not. */
export function recordReads(project: TalkProject, reads: Set<string>): TalkProject {
  return {
    blocks: project.blocks,
    slideFile(path) {
      reads.add(path);
      return project.slideFile(path);
    },
    dataset(name) {
      reads.add(`data/${name}.json`).add(`data/${name}.ts`);
      return project.dataset(name);
    },
    hasAsset(path) {
      reads.add(path);
      return project.hasAsset(path);
    },
    readText(path) {
      reads.add(path);
      return project.readText?.(path);
    },
    pictureSize(path) {
      reads.add(path);
      return project.pictureSize?.(path);
    },
    assetNames: () => project.assetNames(),
    icon: (name) => project.icon?.(name),
    logFault: (error) => project.logFault?.(error),
    get slidePaths() {
      return project.slidePaths;
    },
    get datasetNames() {
      return project.datasetNames;
    },
    get brokenDatasets() {
      return project.brokenDatasets;
    },
  };
}
