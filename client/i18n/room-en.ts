/** What the guide says while the product stands in the room, in English. Loads with the guide only. */
export const roomEn = {
  open: 'View in your room',
  opening: 'Starting the camera…',
  failed: 'The camera view could not be started. The picture here goes on without it.',
  label: 'The product in your room',
  leave: 'Leave the camera view',
  searching: {
    floor: 'Move your phone slowly over the floor',
    table: 'Move your phone slowly over the table',
    wall: 'Move your phone slowly along the wall',
  },
  aiming: 'Tap to place',
  adjust: 'Adjust',
  done: 'Done',
  elsewhere: 'Place somewhere else',
  turnLeft: 'Turn left',
  turnRight: 'Turn right',
  left: 'Move left',
  right: 'Move right',
  nearer: 'Move nearer',
  farther: 'Move farther away',
  higher: 'Move higher',
  lower: 'Move lower',
  size: 'Size',
  trueSize: 'True size',
  quarter: 'A quarter',
  side: 'Where it stands',
  beside: 'Beside the spot',
  over: 'On the spot',
  part: (letter: string, label: string) => `Part ${letter}: ${label}`,
};

export type RoomWords = typeof roomEn;
